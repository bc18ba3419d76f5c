// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleendpoints.h"
#include "sampleplan.h"

#include <QStringList>

namespace Decayscope {

/// What the behavioural suite saw of one of its requests.
struct SampleAnswer
{
    QString name; ///< Of the request.
    SampleRequest request;
    int code = 0; ///< 0 where the server gave no answer.
    int milliseconds = 0;
    int bytes = 0;
    QStringList passed;
    QStringList failed;
};

/// One for each request of the suite, in its order; about the run's share of the assertions pass. A server that never
/// came up fails all of them.
[[nodiscard]] std::vector<SampleAnswer> sampleAnswers(const SampleRun &run);

/// "Not Found" for 404.
[[nodiscard]] const char *reasonPhrase(int code);

} // namespace Decayscope
