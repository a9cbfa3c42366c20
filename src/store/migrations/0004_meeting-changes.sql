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
ALTER TABLE "meetings" ADD COLUMN "by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "sequence" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_changes" ADD CONSTRAINT "meeting_changes_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_changes" ADD CONSTRAINT "series_changes_region_id_series_id_series_region_id_id_fk" FOREIGN KEY ("region_id","series_id") REFERENCES "series"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_changes_time" ON "meeting_changes" USING btree ("region_id","changed_at");--> statement-breakpoint
select protect_region('calendar_feeds');--> statement-breakpoint
select protect_region('calendar_years');--> statement-breakpoint
select protect_region('meeting_changes');--> statement-breakpoint
select protect_region('series_changes');