// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "samplecode.h"

namespace Decayscope {

/// What the run's server wrote: a line a request in the manner of its framework, stack traces where a request met one
/// of the run's mistakes; of a server that never came up, why.
[[nodiscard]] QByteArray sampleServerLog(const SampleProject &project, const std::vector<SampleSource> &sources,
    const std::vector<const SampleBug *> &bugs, const std::vector<SampleAnswer> &answers);

/// What installing the packages wrote, in colours.
[[nodiscard]] QByteArray sampleSetupLog(const SampleProject &project);

/// The output of a server that cannot start for want of a module; empty where it starts.
[[nodiscard]] QByteArray sampleStartFailure(const SampleProject &project, const std::vector<SampleSource> &sources);

/// The stack trace of an error at `part` of a service that an endpoint calls; `function` is the innermost one's name.
[[nodiscard]] QByteArray sampleTrace(const SampleProject &project, const std::vector<SampleSource> &sources,
    const SampleEndpoint &endpoint, const SamplePlace &place, QByteArrayView function, QByteArrayView error);

} // namespace Decayscope
