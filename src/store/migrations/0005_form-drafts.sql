CREATE TABLE "form_drafts" (
	"region_id" text NOT NULL,
	"member_id" text NOT NULL,
	"form" text NOT NULL,
	"text" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_drafts_region_id_member_id_form_pk" PRIMARY KEY("region_id","member_id","form")
);
--> statement-breakpoint
CREATE INDEX "form_drafts_kept" ON "form_drafts" USING btree ("region_id","kept_at");--> statement-breakpoint
select protect_region('form_drafts');
