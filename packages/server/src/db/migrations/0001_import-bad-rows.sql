CREATE TABLE `import_bad_rows` (
	`operation_id` integer NOT NULL,
	`line` integer NOT NULL,
	`reason` text NOT NULL,
	`row` text NOT NULL,
	PRIMARY KEY(`operation_id`, `line`),
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
