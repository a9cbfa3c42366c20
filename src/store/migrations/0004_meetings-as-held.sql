CREATE TABLE "attendances" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"member_id" text NOT NULL,
	"answer" text,
	"deputy_id" text,
	"note" "bytea",
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"was" text,
	"recorded_by" text,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "attendances_once" UNIQUE("region_id","meeting_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "form_drafts" (
	"region_id" text NOT NULL,
	"member_id" text NOT NULL,
	"form" text NOT NULL,
	"text" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_drafts_region_id_member_id_form_pk" PRIMARY KEY("region_id","member_id","form")
);
--> statement-breakpoint
CREATE TABLE "guard_exceptions" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"member_id" text NOT NULL,
	"form" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"places" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_run_items" (
	"region_id" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"section" text NOT NULL,
	"summary_id" uuid,
	"planned" smallint NOT NULL,
	"extended" smallint DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"record" "bytea",
	"revision" smallint DEFAULT 0 NOT NULL,
	"recorded_by" text,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "meeting_run_items_region_id_meeting_id_position_pk" PRIMARY KEY("region_id","meeting_id","position")
);
--> statement-breakpoint
CREATE TABLE "meeting_runs" (
	"region_id" text NOT NULL,
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"recorder_id" text,
	"started_at" timestamp with time zone,
	"started_by" text,
	"ended_at" timestamp with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"region_id" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"content" "bytea" NOT NULL,
	"change" "bytea",
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	CONSTRAINT "minutes_region_id_meeting_id_version_pk" PRIMARY KEY("region_id","meeting_id","version")
);
--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "pause" jsonb;--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "without_time" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_messages" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guard_exceptions" ADD CONSTRAINT "guard_exceptions_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_run_items" ADD CONSTRAINT "meeting_run_items_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_runs" ADD CONSTRAINT "meeting_runs_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_drafts_kept" ON "form_drafts" USING btree ("region_id","kept_at");--> statement-breakpoint
CREATE INDEX "guard_exceptions_at" ON "guard_exceptions" USING btree ("region_id","at");--> statement-breakpoint
select protect_region('attendances');
--> statement-breakpoint
select protect_region('form_drafts');
--> statement-breakpoint
select protect_region('guard_exceptions');
--> statement-breakpoint
select protect_region('meeting_run_items');
--> statement-breakpoint
select protect_region('meeting_runs');
--> statement-breakpoint
select protect_region('minutes');
