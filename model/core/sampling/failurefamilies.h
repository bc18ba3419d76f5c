// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>
#include <domain/runreading.h>

namespace Decayscope {

/// What a run left behind when it failed.
struct FailureTrace
{
    RunId run;
    QStringList failedAssertions; ///< "request number: assertion", in order.
    QByteArray logTail; ///< The last bytes of the server's log, of the set-up log where there is none.
    QStringList violatedRules; ///< Constraint names, sorted.
    int assertions = 0; ///< Counted by the report; 0 where there is none.
};

[[nodiscard]] FailureTrace failureTrace(const RunReading &reading);

/// Runs that failed alike: the same assertions, the same normalised error in the log, the same violated rules.
struct FailureFamily
{
    QString id; ///< Short hash of what its runs have in common: the same on every machine.
    QString title; ///< "32 of 290 failed · TypeError: Cannot read properties of undefined"
    QString signature; ///< The normalised error line of the log; empty for none.
    int failed = 0; ///< Assertions.
    QStringList violatedRules;
    std::vector<RunId> runs; ///< Sorted.
};

/// Largest families first. Labels are never shared in a family; it only orders.
[[nodiscard]] std::vector<FailureFamily> failureFamilies(std::span<const FailureTrace> traces);

/// The last error line of a log without what differs between equal errors: numbers, addresses, paths, times, quotes'
/// content. Empty where no line reads as an error.
[[nodiscard]] QString logSignature(QByteArrayView log);

} // namespace Decayscope
