CREATE TABLE "follow_up_changes" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"follow_up_id" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"due_on" date NOT NULL,
	"member_id" text NOT NULL,
	"reason" "bytea"
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" text NOT NULL,
	"due_on" date NOT NULL,
	"what" "bytea" NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reason" "bytea",
	"meeting_id" uuid,
	"summary_id" uuid,
	"case_id" uuid,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"given_by" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"extended" smallint DEFAULT 0 NOT NULL,
	"closed_by" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "follow_ups_in_region" UNIQUE("region_id","id")
);
--> statement-breakpoint
ALTER TABLE "follow_up_changes" ADD CONSTRAINT "follow_up_changes_region_id_follow_up_id_follow_ups_region_id_id_fk" FOREIGN KEY ("region_id","follow_up_id") REFERENCES "follow_ups"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_summary_id_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "summaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_changes_of" ON "follow_up_changes" USING btree ("region_id","follow_up_id");--> statement-breakpoint
CREATE INDEX "follow_ups_state" ON "follow_ups" USING btree ("region_id","state","member_id");--> statement-breakpoint
select protect_region('follow_ups');--> statement-breakpoint
select protect_region('follow_up_changes');