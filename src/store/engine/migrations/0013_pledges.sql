CREATE TABLE "pledges" (
	"region_id" text NOT NULL,
	"body_id" text NOT NULL,
	"member_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "pledges_region_id_body_id_member_id_pk" PRIMARY KEY("region_id","body_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_region_id_body_id_bodies_region_id_id_fk" FOREIGN KEY ("region_id","body_id") REFERENCES "bodies"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_region_id_member_id_members_region_id_id_fk" FOREIGN KEY ("region_id","member_id") REFERENCES "members"("region_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
select protect_region('pledges');
