ALTER TABLE "agendas" ADD COLUMN "pause" jsonb;--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "without_time" smallint DEFAULT 0 NOT NULL;