// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

namespace Decayscope {

/// What a report of the behavioural suite says, whichever reporter wrote it.
struct NewmanReading
{
    std::vector<RequestResult> requests; ///< In the report's order.
    QStringList warnings; ///< Sentences about the file.
};

/// A longer message is cut: no assertion needs more to say why it failed.
inline constexpr qsizetype maxMessageLength = qsizetype{64} * 1024;

/// A report with more requests is read this far.
inline constexpr std::size_t maxReportRequests = 100'000;

/// Fills in a request's own counts from its assertions.
void countAssertions(RequestResult &request);

/// A message as it is kept: without surrounding white space, and not longer than `maxMessageLength`.
[[nodiscard]] QString messageOf(QStringView text);

} // namespace Decayscope
