CREATE TABLE "interval_proposals" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"interval_months" smallint NOT NULL,
	"from_month" date NOT NULL,
	"reason" "bytea" NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" text NOT NULL,
	"deputy_id" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"region_id" text NOT NULL,
	"office_id" text NOT NULL,
	"new_users" smallint NOT NULL,
	"from_month" date NOT NULL,
	"kinds" text NOT NULL,
	"told_by" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "openings_region_id_office_id_pk" PRIMARY KEY("region_id","office_id")
);
--> statement-breakpoint
CREATE TABLE "suspensions" (
	"region_id" text NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "summaries" DROP CONSTRAINT "summaries_of_plan";--> statement-breakpoint
ALTER TABLE "summaries" ALTER COLUMN "case_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "summaries" ALTER COLUMN "plan_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "assigned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "assigned_by" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "need_level_since" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "self_plan" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "closing_reason" text;--> statement-breakpoint
ALTER TABLE "monitorings" ADD COLUMN "reason" "bytea";--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "form" text NOT NULL DEFAULT 'plan_review';--> statement-breakpoint
ALTER TABLE "summaries" ALTER COLUMN "form" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "occasion" uuid;--> statement-breakpoint
UPDATE "summaries" SET "occasion" = "plan_id";--> statement-breakpoint
ALTER TABLE "summaries" ALTER COLUMN "occasion" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "agreed_by" text;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "estimated" smallint NOT NULL DEFAULT 6;--> statement-breakpoint
ALTER TABLE "summaries" ALTER COLUMN "estimated" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "duration" smallint;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "position" smallint;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "held_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interval_proposals" ADD CONSTRAINT "interval_proposals_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interval_proposals" ADD CONSTRAINT "interval_proposals_region_id_plan_id_plans_region_id_id_fk" FOREIGN KEY ("region_id","plan_id") REFERENCES "plans"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_region_id_deputy_id_members_region_id_id_fk" FOREIGN KEY ("region_id","deputy_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_region_id_office_id_offices_region_id_id_fk" FOREIGN KEY ("region_id","office_id") REFERENCES "offices"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "interval_proposals_open" ON "interval_proposals" USING btree ("region_id","case_id") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "leaves_days" ON "leaves" USING btree ("region_id","to_day");--> statement-breakpoint
CREATE INDEX "suspensions_case" ON "suspensions" USING btree ("region_id","case_id");--> statement-breakpoint
CREATE INDEX "cases_office" ON "cases" USING btree ("region_id","office_id");--> statement-breakpoint
CREATE INDEX "summaries_case" ON "summaries" USING btree ("region_id","case_id");--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_occasion" UNIQUE("region_id","form","occasion");--> statement-breakpoint
select protect_region('interval_proposals');--> statement-breakpoint
select protect_region('leaves');--> statement-breakpoint
select protect_region('openings');--> statement-breakpoint
select protect_region('suspensions');
