CREATE TABLE "gsv_pre_meetings" (
	"region_id" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"presenter_id" text NOT NULL,
	"facilitator_id" text NOT NULL,
	"on_day" date NOT NULL,
	"moved_at" timestamp with time zone,
	"held_at" timestamp with time zone,
	"held_by" text,
	CONSTRAINT "gsv_pre_meetings_region_id_meeting_id_presenter_id_pk" PRIMARY KEY("region_id","meeting_id","presenter_id")
);
--> statement-breakpoint
ALTER TABLE "polls" ADD COLUMN "preparatory" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "gsv_pre_meetings" ADD CONSTRAINT "gsv_pre_meetings_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gsv_pre_meetings_day" ON "gsv_pre_meetings" USING btree ("region_id","on_day");--> statement-breakpoint
select protect_region('gsv_pre_meetings');
