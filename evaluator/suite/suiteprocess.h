// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "suiterunner.h"

namespace Decayscope {

/// Runs suites in a process of its own, which may stand in another network and whose memory a hostile server can fill
/// without harm to this one. The process is the program `decayscope-suite`.
class SuiteProcess
{
public:
    /// `entrance` is called in the new process before the program starts; it may do only what is allowed between fork
    /// and exec. It leads into the network where the server is.
    explicit SuiteProcess(QString program, std::function<void()> entrance = {});

    /// As the functions of the same names. Further errors: NotFound (the program), Internal (it ended early; exchanges
    /// missing then are failed ones that say so, so that runSuite() itself always gives every request).
    [[nodiscard]] Result<SuiteResult> runSuite(const HttpSuite &suite, const SuiteTarget &target,
        const Progress &progress, const ExchangeSink &sink = {}) const;
    [[nodiscard]] Result<int> probe(
        const QString &url, std::chrono::milliseconds timeout, const Progress &progress) const;

private:
    QString m_program;
    std::function<void()> m_entrance;
};

/// The other end: what `decayscope-suite` does with its standard input and output. Gives the exit status.
[[nodiscard]] int serveSuiteProcess();

} // namespace Decayscope
