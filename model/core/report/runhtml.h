// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <domain/runreading.h>

class QIODevice;

namespace Decayscope {

/// What stands at the head of an exported run beside the run itself.
struct RunHtmlSource
{
    QString study; ///< Name of the study.
    QString link; ///< The run's deep link.
    QString program; ///< "Decayscope 0.1.0".
    QString configuration; ///< As the study calls it.
};

/// Writes a run as one HTML page for a reader without this program: scores, failing assertions, violations, all turns,
/// the final files and the logs. It needs no other file, runs no script and refers to nothing outside; light or dark as
/// the reader's browser is. A part beyond a million characters is cut, and says so. Errors: Unreadable where the device
/// does not take it, Cancelled.
[[nodiscard]] Result<> writeRunHtml(
    QIODevice &device, const RunReading &reading, const RunHtmlSource &source, const Progress &progress);

} // namespace Decayscope
