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
ALTER TABLE "poll_answers" ADD CONSTRAINT "poll_answers_region_id_poll_id_polls_region_id_id_fk" FOREIGN KEY ("region_id","poll_id") REFERENCES "polls"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_days" ADD CONSTRAINT "poll_days_region_id_poll_id_polls_region_id_id_fk" FOREIGN KEY ("region_id","poll_id") REFERENCES "polls"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_region_id_body_id_bodies_region_id_id_fk" FOREIGN KEY ("region_id","body_id") REFERENCES "bodies"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "polls_state" ON "polls" USING btree ("region_id","state");--> statement-breakpoint
select protect_region('poll_answers');
--> statement-breakpoint
select protect_region('poll_days');
--> statement-breakpoint
select protect_region('polls');
