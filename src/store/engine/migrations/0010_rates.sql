CREATE TABLE "paces" (
	"lane" text PRIMARY KEY NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"taken" integer NOT NULL,
	"most" integer NOT NULL,
	"spare" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "put_off_to" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "failures" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "skipped_at" timestamp with time zone;--> statement-breakpoint
grant select, insert, update, delete on paces to tsunagi_gate;
--> statement-breakpoint
grant select (platform, workspace, kind) on deliveries to tsunagi_gate;
