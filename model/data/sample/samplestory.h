// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "samplecode.h"

namespace Decayscope {

/// One thing the agent of a sample run does, whichever scaffold writes it down.
struct SampleStep
{
    enum class Kind : quint8 { Run, Create, Replace, Finish };

    Kind kind = Kind::Run;
    QByteArray thought; ///< Markdown.
    QByteArray command; ///< Of Run.
    QByteArray output;
    int code = 0; ///< The command's.
    bool timesOut = false;
    QString path; ///< Of Create and Replace.
    QByteArray before; ///< Of Replace: occurs once in the file.
    QByteArray after; ///< Of Replace; of Create the whole file.
    QByteArray wholeBefore; ///< Of Replace: the file.
    QByteArray wholeAfter;
};

/// What the agent was asked for.
[[nodiscard]] QByteArray sampleTask(const SampleRun &run);

/// A run from looking around to its end: plan, files, installation, tries, mistakes found and mended, and for runs that
/// did badly a loop. Replaying its creations and replacements gives `sources`. It finishes only where the run is to.
[[nodiscard]] std::vector<SampleStep> sampleStory(const SampleRun &run, const SampleProject &project,
    const std::vector<SampleSource> &sources, const std::vector<const SampleBug *> &bugs);

} // namespace Decayscope
