// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleanswers.h"
#include "sampleproject.h"

namespace Decayscope {

/// A mistake in one of the functions that serve requests: every request of that function fails with an error.
struct SampleBug
{
    const char *endpoint;
    const char *pythonGood;
    const char *pythonBad;
    const char *pythonError;
    const char *nodeGood;
    const char *nodeBad;
    const char *nodeError;
};

/// The mistakes of a run: two at most, of functions whose requests were all answered with a server
/// error.
[[nodiscard]] std::vector<const SampleBug *> sampleBugs(const std::vector<SampleAnswer> &answers);

struct SampleSource
{
    QString path;
    QByteArray text;

    bool operator==(const SampleSource &) const = default;
};

/// The files a sample run wrote, in the order an agent would write them: a small backend in its framework, made so that
/// the verifiers find what the run is to keep or break.
[[nodiscard]] std::vector<SampleSource> sampleSources(
    const SampleProject &project, const std::vector<const SampleBug *> &bugs);

/// Where in the sources a piece of code stands.
struct SamplePlace
{
    QString path;
    int line = 0; ///< 1-based.
    int column = 0; ///< 1-based.
    QByteArray code; ///< The line, without indentation.
};

/// The first place of a piece of code in files whose path begins with `folder`; nothing where there is none.
[[nodiscard]] std::optional<SamplePlace> placeOf(
    const std::vector<SampleSource> &sources, QByteArrayView part, QByteArrayView folder = {});

} // namespace Decayscope
