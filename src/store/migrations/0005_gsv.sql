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
ALTER TABLE "gsv_presentations" ADD CONSTRAINT "gsv_presentations_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gsv_presentations" ADD CONSTRAINT "gsv_presentations_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gsv_presentations" ADD CONSTRAINT "gsv_presentations_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gsv_sessions" ADD CONSTRAINT "gsv_sessions_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gsv_presentations_result" ON "gsv_presentations" USING btree ("region_id","outcome_at");--> statement-breakpoint
CREATE INDEX "rota_swaps_rota" ON "rota_swaps" USING btree ("region_id","rota_id");--> statement-breakpoint
select protect_region('gsv_presentations');--> statement-breakpoint
select protect_region('gsv_sessions');--> statement-breakpoint
select protect_region('rota_swaps');
