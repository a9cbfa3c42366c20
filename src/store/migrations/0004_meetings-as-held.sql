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
ALTER TABLE "agendas" ADD COLUMN "pause" jsonb;--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "without_time" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_messages" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "guard_exceptions" ADD CONSTRAINT "guard_exceptions_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_drafts_kept" ON "form_drafts" USING btree ("region_id","kept_at");--> statement-breakpoint
CREATE INDEX "guard_exceptions_at" ON "guard_exceptions" USING btree ("region_id","at");--> statement-breakpoint
select protect_region('form_drafts');
--> statement-breakpoint
select protect_region('guard_exceptions');
