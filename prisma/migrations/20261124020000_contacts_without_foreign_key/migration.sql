-- DropForeignKey
-- Its check took as long, for each contact of an upload, as storing the contact. Contacts are only
-- ever added beside a chunk's row, whose own foreign key holds the run (lib/runs/append-chunk.ts),
-- and go with it by this trigger.
ALTER TABLE "contacts" DROP CONSTRAINT "contacts_run_id_fkey";

-- x3B is a semicolon, at which the migration engine would cut the function apart.
CREATE FUNCTION delete_contacts_of_runs() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  DELETE FROM contacts USING gone WHERE contacts.run_id = gone.id\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER delete_contacts AFTER DELETE ON "runs"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION delete_contacts_of_runs();
