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
CREATE TABLE "calendar_feeds" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner" text NOT NULL,
	"owner_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_owner" UNIQUE("region_id","owner","owner_id"),
	CONSTRAINT "calendar_feeds_token" UNIQUE("region_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"region_id" text NOT NULL,
	"year" smallint NOT NULL,
	"kept_clashes" smallint NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_years_region_id_year_pk" PRIMARY KEY("region_id","year")
);
--> statement-breakpoint
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
CREATE TABLE "form_drafts" (
	"region_id" text NOT NULL,
	"member_id" text NOT NULL,
	"form" text NOT NULL,
	"text" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_drafts_region_id_member_id_form_pk" PRIMARY KEY("region_id","member_id","form")
);
--> statement-breakpoint
CREATE TABLE "gsv_presentations" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"member_id" text NOT NULL,
	"state" text NOT NULL,
	"pattern" text NOT NULL,
	"case_id" uuid,
	"reason" "bytea",
	"answered_at" timestamp with time zone NOT NULL,
	"outcome" "bytea",
	"act_by" date,
	"outcome_by" text,
	"outcome_at" timestamp with time zone,
	"result" "bytea",
	"result_at" timestamp with time zone,
	CONSTRAINT "gsv_presentations_member" UNIQUE("region_id","meeting_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "gsv_sessions" (
	"region_id" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"groups" jsonb NOT NULL,
	"absent_ids" jsonb NOT NULL,
	"revision" smallint NOT NULL,
	"pre_meeting_on" date NOT NULL,
	"formed_at" timestamp with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "gsv_sessions_region_id_meeting_id_pk" PRIMARY KEY("region_id","meeting_id")
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
CREATE TABLE "handover_sheets" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"sender_id" text NOT NULL,
	"receiver_id" text NOT NULL,
	"text" "bytea" NOT NULL,
	"consent_on" date NOT NULL,
	"assigns" boolean NOT NULL,
	"state" text DEFAULT 'sent' NOT NULL,
	"question" "bytea",
	"sent_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_changes" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"what" text NOT NULL,
	"reach" text NOT NULL,
	"was_at" timestamp with time zone NOT NULL,
	"is_at" timestamp with time zone NOT NULL,
	"reason" text,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"in_channel" boolean NOT NULL
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
CREATE TABLE "poll_answers" (
	"region_id" text NOT NULL,
	"poll_id" uuid NOT NULL,
	"member_id" text NOT NULL,
	"marks" jsonb NOT NULL,
	"comment" "bytea",
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "poll_answers_region_id_poll_id_member_id_pk" PRIMARY KEY("region_id","poll_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "poll_days" (
	"region_id" text NOT NULL,
	"poll_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"dropped" boolean DEFAULT false NOT NULL,
	CONSTRAINT "poll_days_region_id_poll_id_position_pk" PRIMARY KEY("region_id","poll_id","position")
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"body_id" text NOT NULL,
	"organiser_id" text NOT NULL,
	"duration_minutes" smallint NOT NULL,
	"required" jsonb NOT NULL,
	"deadline" date NOT NULL,
	"decides_itself" boolean NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"decided_day" smallint,
	"decided_by" text,
	"meeting_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "polls_in_region" UNIQUE("region_id","id")
);
--> statement-breakpoint
CREATE TABLE "rota_swaps" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"rota_id" text NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text NOT NULL,
	"of_kind" text NOT NULL,
	"of_id" text NOT NULL,
	"mine" date NOT NULL,
	"theirs" date NOT NULL,
	"state" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_by" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "series_changes" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"series_id" text NOT NULL,
	"from_day" date NOT NULL,
	"days" smallint NOT NULL,
	"time" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "series_changes_from" UNIQUE("region_id","series_id","from_day")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"office_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"planned_on" date NOT NULL,
	"done_on" date,
	"report" "bytea",
	"reported_by" text,
	"reported_at" timestamp with time zone,
	CONSTRAINT "visits_day" UNIQUE("region_id","office_id","planned_on")
);
--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "pause" jsonb;--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "without_time" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "sequence" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_messages" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_changes" ADD CONSTRAINT "follow_up_changes_region_id_follow_up_id_follow_ups_region_id_id_fk" FOREIGN KEY ("region_id","follow_up_id") REFERENCES "follow_ups"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_summary_id_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "summaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gsv_presentations" ADD CONSTRAINT "gsv_presentations_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gsv_presentations" ADD CONSTRAINT "gsv_presentations_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gsv_presentations" ADD CONSTRAINT "gsv_presentations_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gsv_sessions" ADD CONSTRAINT "gsv_sessions_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guard_exceptions" ADD CONSTRAINT "guard_exceptions_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_sheets" ADD CONSTRAINT "handover_sheets_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_sheets" ADD CONSTRAINT "handover_sheets_region_id_sender_id_members_region_id_id_fk" FOREIGN KEY ("region_id","sender_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_sheets" ADD CONSTRAINT "handover_sheets_region_id_receiver_id_members_region_id_id_fk" FOREIGN KEY ("region_id","receiver_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_changes" ADD CONSTRAINT "meeting_changes_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_run_items" ADD CONSTRAINT "meeting_run_items_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_runs" ADD CONSTRAINT "meeting_runs_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_region_id_poll_id_polls_region_id_id_fk" FOREIGN KEY ("region_id","poll_id") REFERENCES "polls"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_days" ADD CONSTRAINT "poll_days_region_id_poll_id_polls_region_id_id_fk" FOREIGN KEY ("region_id","poll_id") REFERENCES "polls"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_region_id_body_id_bodies_region_id_id_fk" FOREIGN KEY ("region_id","body_id") REFERENCES "bodies"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_changes" ADD CONSTRAINT "series_changes_region_id_series_id_series_region_id_id_fk" FOREIGN KEY ("region_id","series_id") REFERENCES "series"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_region_id_office_id_offices_region_id_id_fk" FOREIGN KEY ("region_id","office_id") REFERENCES "offices"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_region_id_visitor_id_members_region_id_id_fk" FOREIGN KEY ("region_id","visitor_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_changes_of" ON "follow_up_changes" USING btree ("region_id","follow_up_id");--> statement-breakpoint
CREATE INDEX "follow_ups_state" ON "follow_ups" USING btree ("region_id","state","member_id");--> statement-breakpoint
CREATE INDEX "form_drafts_kept" ON "form_drafts" USING btree ("region_id","kept_at");--> statement-breakpoint
CREATE INDEX "gsv_presentations_result" ON "gsv_presentations" USING btree ("region_id","outcome_at");--> statement-breakpoint
CREATE INDEX "guard_exceptions_at" ON "guard_exceptions" USING btree ("region_id","at");--> statement-breakpoint
CREATE INDEX "handover_sheets_state" ON "handover_sheets" USING btree ("region_id","state");--> statement-breakpoint
CREATE INDEX "meeting_changes_time" ON "meeting_changes" USING btree ("region_id","changed_at");--> statement-breakpoint
CREATE INDEX "polls_state" ON "polls" USING btree ("region_id","state");--> statement-breakpoint
CREATE INDEX "rota_swaps_rota" ON "rota_swaps" USING btree ("region_id","rota_id");--> statement-breakpoint
CREATE INDEX "visits_planned" ON "visits" USING btree ("region_id","planned_on");--> statement-breakpoint
select protect_region('attendances');
--> statement-breakpoint
select protect_region('calendar_feeds');
--> statement-breakpoint
select protect_region('calendar_years');
--> statement-breakpoint
select protect_region('follow_up_changes');
--> statement-breakpoint
select protect_region('follow_ups');
--> statement-breakpoint
select protect_region('form_drafts');
--> statement-breakpoint
select protect_region('gsv_presentations');
--> statement-breakpoint
select protect_region('gsv_sessions');
--> statement-breakpoint
select protect_region('guard_exceptions');
--> statement-breakpoint
select protect_region('handover_sheets');
--> statement-breakpoint
select protect_region('meeting_changes');
--> statement-breakpoint
select protect_region('meeting_run_items');
--> statement-breakpoint
select protect_region('meeting_runs');
--> statement-breakpoint
select protect_region('minutes');
--> statement-breakpoint
select protect_region('poll_answers');
--> statement-breakpoint
select protect_region('poll_days');
--> statement-breakpoint
select protect_region('polls');
--> statement-breakpoint
select protect_region('rota_swaps');
--> statement-breakpoint
select protect_region('series_changes');
--> statement-breakpoint
select protect_region('visits');
