/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-interrupt.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "accord-cli-command.h"

/* A signal handler may do next to nothing; a thread that waits for the signal may do anything. */
static gpointer
wait_for_interrupt (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set;
  int number;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  if (sigwait (&set, &number) == 0)
    g_cancellable_cancel (cancellable);
  if (sigwait (&set, &number) == 0)
    _exit (ACCORD_CLI_INTERRUPTED);

  return NULL;
}

GCancellable *
accord_cli_catch_interrupt (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  /* Threads made from here on inherit the mask, so that the one below is the only one to see these signals. */
  if (pthread_sigmask (SIG_BLOCK, &set, NULL) == 0)
    g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, g_object_ref (cancellable)));

  return g_steal_pointer (&cancellable);
}

void
accord_cli_show_progress (double   fraction,
                          gpointer label)
{
  static int shown = -1;
  int percent = (int) (100 * CLAMP (fraction, 0.0, 1.0));

  if (!isatty (STDERR_FILENO) || percent == shown)
    return;
  shown = percent;
  fprintf (stderr, "\r\033[K%s %d %%", (const char *) label, percent);
  if (percent == 100)
    accord_cli_clear_progress ();
}

void
accord_cli_clear_progress (void)
{
  if (isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);
}
