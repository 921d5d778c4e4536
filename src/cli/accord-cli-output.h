/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-cli-command.h"
#include "accord-date.h"
#include "accord-rate.h"

G_BEGIN_DECLS

/**
 * AccordCliOutput:
 *
 * Rows on standard output, as a table for people, as CSV or as JSON. CSV and JSON are written as the rows come; a table
 * waits for the last one, to know how wide its columns are. Numbers are written as exact decimals: never a binary
 * fraction.
 */
typedef struct _AccordCliOutput AccordCliOutput;

/* name: the field's name in CSV and JSON, a contract. title: the heading of the table, to be translated. */
typedef struct
{
  const char *name;
  const char *title;
} AccordCliColumn;

typedef enum
{
  ACCORD_CLI_FORMAT_TABLE,
  ACCORD_CLI_FORMAT_CSV,
  ACCORD_CLI_FORMAT_JSON,
} AccordCliFormat;

/* For GOptionEntry lists of commands that print rows. */
#define ACCORD_CLI_FORMAT_OPTION(variable) \
  { "format", 0, 0, G_OPTION_ARG_FILENAME, (variable), accord_cli_format_description, "table|csv|json" }

extern const char *const accord_cli_format_description;

/* NULL is the table. FALSE after a message: the command returns ACCORD_CLI_MISUSE. */
gboolean accord_cli_parse_format (const AccordCliCommand *command,
                                  const char             *text,
                                  AccordCliFormat        *format);

/* columns stay the caller's and live as long. single: one row, printed as one JSON object instead of an array, and as a
 * table of two columns. */
AccordCliOutput *accord_cli_output_new (AccordCliFormat        format,
                                        const AccordCliColumn *columns,
                                        guint                  n_columns,
                                        gboolean               single);

/* Frees; a row that was begun and a JSON array that was not ended stay as they are. */
void accord_cli_output_free (AccordCliOutput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCliOutput, accord_cli_output_free)

/* The next cell of the row; after the last column's the next row begins. NULL and unknown values are null in JSON and
 * empty in CSV. */
void accord_cli_output_text (AccordCliOutput *self,
                             const char      *text);
void accord_cli_output_date (AccordCliOutput *self,
                             AccordDate       date);
void accord_cli_output_integer (AccordCliOutput *self,
                                gint64           value);
void accord_cli_output_boolean (AccordCliOutput *self,
                                gboolean         value);
/* In minor units; printed in major ones. */
void accord_cli_output_money (AccordCliOutput *self,
                              gint64           amount,
                              int              decimals);
/* A number that is no share, in billionths. */
void accord_cli_output_number (AccordCliOutput *self,
                               AccordRate       number);
/* A fraction; a percentage in the table. */
void accord_cli_output_share (AccordCliOutput *self,
                              AccordRate       share);

/* A value that is JSON itself, a list say; human is what the table shows of it. */
void accord_cli_output_json (AccordCliOutput *self,
                             const char      *json,
                             const char      *human);

/* Ends the output. Returns the command's status: ACCORD_CLI_FAULT after a message where it could not all be written. */
int accord_cli_output_finish (AccordCliOutput        *self,
                              const AccordCliCommand *command);

G_END_DECLS
