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
ALTER TABLE "guard_exceptions" ADD CONSTRAINT "guard_exceptions_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guard_exceptions_at" ON "guard_exceptions" USING btree ("region_id","at");--> statement-breakpoint
select protect_region('guard_exceptions');
