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
ALTER TABLE "visits" ADD CONSTRAINT "visits_region_id_office_id_offices_region_id_id_fk" FOREIGN KEY ("region_id","office_id") REFERENCES "offices"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_region_id_visitor_id_members_region_id_id_fk" FOREIGN KEY ("region_id","visitor_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visits_planned" ON "visits" USING btree ("region_id","planned_on");--> statement-breakpoint
select protect_region('visits');