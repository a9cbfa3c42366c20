ALTER TABLE "agendas" ADD COLUMN "plain" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "revision" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agendas" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "paper_title" text;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "paper_url" text;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "arrangement" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "arranged_by" text;