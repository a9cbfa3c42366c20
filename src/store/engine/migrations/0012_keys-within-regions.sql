-- Keys between tables of a region carry the region. Beside an older version: it writes nothing that these refuse, and
-- NOT VALID checks every row from now on without reading those that are there while others wait.
CREATE UNIQUE INDEX "summaries_in_region" ON "summaries" USING btree ("region_id","id");--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_in_region" UNIQUE USING INDEX "summaries_in_region";--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_region_id_summary_id_summaries_region_id_id_fk" FOREIGN KEY ("region_id","summary_id") REFERENCES "summaries"("region_id","id") NOT VALID;--> statement-breakpoint
ALTER TABLE "summary_versions" ADD CONSTRAINT "summary_versions_region_id_summary_id_summaries_region_id_id_fk" FOREIGN KEY ("region_id","summary_id") REFERENCES "summaries"("region_id","id") NOT VALID;--> statement-breakpoint
ALTER TABLE "follow_ups" DROP CONSTRAINT "follow_ups_summary_id_summaries_id_fk";--> statement-breakpoint
ALTER TABLE "summary_versions" DROP CONSTRAINT "summary_versions_summary_id_summaries_id_fk";
