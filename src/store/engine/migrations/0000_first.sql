CREATE TABLE "agendas" (
	"region_id" text NOT NULL,
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"items" jsonb NOT NULL,
	"total_minutes" smallint NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text,
	CONSTRAINT "agendas_in_region" UNIQUE("region_id","meeting_id")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"region_id" text NOT NULL,
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"member_id" text,
	"action" text NOT NULL,
	"access" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"region_id" text NOT NULL,
	"id" text NOT NULL,
	"position" smallint NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "bodies_region_id_id_pk" PRIMARY KEY("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"office_id" text NOT NULL,
	"member_id" text NOT NULL,
	"municipality_id" text,
	"need_level" smallint,
	"closed_on" date,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cases_code" UNIQUE("region_id","code"),
	CONSTRAINT "cases_in_region" UNIQUE("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"reader_id" text,
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"channel" text,
	"account" text,
	"planned_for" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"first_tried_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"sent_channel" text,
	"sent_message" text,
	"reason" text,
	"told" jsonb,
	CONSTRAINT "deliveries_key" UNIQUE("region_id","key")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"series_id" text NOT NULL,
	"nominal" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"duration_minutes" smallint NOT NULL,
	"moved" boolean DEFAULT false NOT NULL,
	"cancelled" text,
	CONSTRAINT "meetings_occurrence" UNIQUE("region_id","series_id","nominal"),
	CONSTRAINT "meetings_in_region" UNIQUE("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"region_id" text NOT NULL,
	"id" text NOT NULL,
	"position" smallint NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "members_region_id_id_pk" PRIMARY KEY("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "monitorings" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"due_month" date NOT NULL,
	"done_on" date,
	"outcome" text,
	"recorded_by" text,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "monitorings_month" UNIQUE("region_id","case_id","due_month")
);
--> statement-breakpoint
CREATE TABLE "municipalities" (
	"region_id" text NOT NULL,
	"id" text NOT NULL,
	"position" smallint NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "municipalities_region_id_id_pk" PRIMARY KEY("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"region_id" text NOT NULL,
	"id" text NOT NULL,
	"position" smallint NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "offices_region_id_id_pk" PRIMARY KEY("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"interval_months" smallint,
	"lines" jsonb NOT NULL,
	"proposed" boolean NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_of_case" UNIQUE("region_id","case_id","valid_from"),
	CONSTRAINT "plans_in_region" UNIQUE("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "practice_clock" (
	"region_id" text PRIMARY KEY NOT NULL,
	"ahead" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_messages" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation" text NOT NULL,
	"author_id" text,
	"thread_of" uuid,
	"content" "bytea" NOT NULL,
	"key" text,
	"posted_at" timestamp with time zone NOT NULL,
	"sequence" bigint NOT NULL,
	"change_number" bigint NOT NULL,
	CONSTRAINT "practice_messages_key" UNIQUE("region_id","key")
);
--> statement-breakpoint
CREATE TABLE "practice_reads" (
	"region_id" text NOT NULL,
	"member_id" text NOT NULL,
	"conversation" text NOT NULL,
	"sequence" bigint NOT NULL,
	CONSTRAINT "practice_reads_region_id_member_id_conversation_pk" PRIMARY KEY("region_id","member_id","conversation")
);
--> statement-breakpoint
CREATE TABLE "received_events" (
	"region_id" text NOT NULL,
	"event" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "received_events_region_id_event_pk" PRIMARY KEY("region_id","event")
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"region_id" text PRIMARY KEY NOT NULL,
	"definition" jsonb NOT NULL,
	"revision" uuid DEFAULT gen_random_uuid() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"key" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"result" text,
	CONSTRAINT "reminders_key" UNIQUE("region_id","key")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"region_id" text NOT NULL,
	"id" text NOT NULL,
	"position" smallint NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "series_region_id_id_pk" PRIMARY KEY("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"section" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"presenter_id" text NOT NULL,
	"version" smallint NOT NULL,
	"text" "bytea" NOT NULL,
	"carried_over" smallint DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "summaries_of_plan" UNIQUE("region_id","plan_id","section")
);
--> statement-breakpoint
CREATE TABLE "summary_versions" (
	"region_id" text NOT NULL,
	"summary_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"text" "bytea" NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "summary_versions_region_id_summary_id_version_pk" PRIMARY KEY("region_id","summary_id","version")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"region_id" text NOT NULL,
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"name" text,
	CONSTRAINT "workspaces_platform_workspace_pk" PRIMARY KEY("platform","workspace")
);
--> statement-breakpoint
ALTER TABLE "agendas" ADD CONSTRAINT "agendas_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "public"."meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_region_id_office_id_offices_region_id_id_fk" FOREIGN KEY ("region_id","office_id") REFERENCES "public"."offices"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "public"."members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_region_id_series_id_series_region_id_id_fk" FOREIGN KEY ("region_id","series_id") REFERENCES "public"."series"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitorings" ADD CONSTRAINT "monitorings_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "public"."cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitorings" ADD CONSTRAINT "monitorings_region_id_plan_id_plans_region_id_id_fk" FOREIGN KEY ("region_id","plan_id") REFERENCES "public"."plans"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "public"."cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "public"."cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_region_id_plan_id_plans_region_id_id_fk" FOREIGN KEY ("region_id","plan_id") REFERENCES "public"."plans"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "public"."meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_versions" ADD CONSTRAINT "summary_versions_summary_id_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."summaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("region_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "cases_member" ON "cases" USING btree ("region_id","member_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("due_at") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "meetings_start" ON "meetings" USING btree ("region_id","starts_at");--> statement-breakpoint
CREATE INDEX "monitorings_open" ON "monitorings" USING btree ("region_id","due_month") WHERE done_on is null;--> statement-breakpoint
CREATE INDEX "plans_valid_to" ON "plans" USING btree ("region_id","valid_to");--> statement-breakpoint
CREATE INDEX "practice_messages_conversation" ON "practice_messages" USING btree ("region_id","conversation","sequence");--> statement-breakpoint
CREATE INDEX "practice_messages_changes" ON "practice_messages" USING btree ("region_id","change_number");--> statement-breakpoint
CREATE INDEX "received_events_age" ON "received_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("due_at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "summaries_meeting" ON "summaries" USING btree ("region_id","meeting_id");