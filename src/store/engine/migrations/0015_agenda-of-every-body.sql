CREATE TABLE "arranged_items" (
	"region_id" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_key" text NOT NULL,
	"duration" smallint,
	"position" smallint,
	"held_back" boolean DEFAULT false NOT NULL,
	"paper_title" text,
	"paper_url" text,
	"revision" smallint DEFAULT 0 NOT NULL,
	"arranged_by" text NOT NULL,
	CONSTRAINT "arranged_items_region_id_meeting_id_item_key_pk" PRIMARY KEY("region_id","meeting_id","item_key")
);
--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "left_over" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_run_items" ADD COLUMN "item_key" text;--> statement-breakpoint
ALTER TABLE "arranged_items" ADD CONSTRAINT "arranged_items_region_id_meeting_id_meetings_region_id_id_fk" FOREIGN KEY ("region_id","meeting_id") REFERENCES "meetings"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
select protect_region('arranged_items');
