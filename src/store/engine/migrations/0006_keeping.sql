CREATE TABLE "restores" (
	"region_id" text NOT NULL,
	"restored_at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "restores_region_id_restored_at_pk" PRIMARY KEY("region_id","restored_at")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "texts_purged_at" timestamp with time zone;--> statement-breakpoint
select protect_region('restores');
