// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleplan.h"

#include <QByteArray>

namespace Decayscope {

struct SampleSource
{
    QString path;
    QByteArray text;
};

/// The files a sample run wrote: a few lines each, made so that the verifiers find what the run is to keep or break.
[[nodiscard]] std::vector<SampleSource> sampleSources(const SampleRun &run);

/// The files as git would show them, all new.
[[nodiscard]] QByteArray samplePatch(const std::vector<SampleSource> &sources);

} // namespace Decayscope
