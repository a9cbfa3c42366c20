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
ALTER TABLE "handover_sheets" ADD CONSTRAINT "handover_sheets_region_id_case_id_cases_region_id_id_fk" FOREIGN KEY ("region_id","case_id") REFERENCES "cases"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_sheets" ADD CONSTRAINT "handover_sheets_region_id_sender_id_members_region_id_id_fk" FOREIGN KEY ("region_id","sender_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_sheets" ADD CONSTRAINT "handover_sheets_region_id_receiver_id_members_region_id_id_fk" FOREIGN KEY ("region_id","receiver_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handover_sheets_state" ON "handover_sheets" USING btree ("region_id","state");--> statement-breakpoint
select protect_region('handover_sheets');