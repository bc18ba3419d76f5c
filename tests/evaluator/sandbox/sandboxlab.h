// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sandbox/runfolder.h>
#include <sandbox/sandboxes.h>

#include <QTest>

namespace Decayscope::Test {

/// A sandbox with a workspace, for tests.
class SandboxLab
{
public:
    SandboxLab();

    [[nodiscard]] const QString &trouble() const { return m_trouble; } ///< Why there is no sandbox; empty otherwise.
    [[nodiscard]] Sandbox &sandbox() { return *m_sandbox; }

    /// A session with a new, empty workspace; `spec` needs none.
    [[nodiscard]] std::unique_ptr<SandboxSession> open(SessionSpec spec = {});

    [[nodiscard]] RunFolder &workspace() { return *m_workspace; } ///< Of the last session.

private:
    std::shared_ptr<Sandbox> m_sandbox;
    std::unique_ptr<RunFolder> m_workspace;
    QString m_trouble;
};

[[nodiscard]] CommandSpec shell(const QString &script); ///< A command of the shell.
[[nodiscard]] CommandSpec python(const QString &program);

/// Runs a command; a report of the ending NotStarted and the error's words where that failed.
[[nodiscard]] CommandReport run(SandboxSession &session, const CommandSpec &command);

/// "exited 3: what it wrote", one line.
[[nodiscard]] QString printed(const CommandReport &report);

/// The name of an ending, such as "out of memory".
[[nodiscard]] QString endingName(CommandEnding ending);

/// How many processes of this system have `marker` in their command line.
[[nodiscard]] int processesWith(const QByteArray &marker);

} // namespace Decayscope::Test

/// Skips a test where no sandbox can be made, and says why.
#define DECAYSCOPE_REQUIRE_SANDBOX(lab)                                                                                \
    do {                                                                                                               \
        if (!(lab).trouble().isEmpty())                                                                                \
            QSKIP(qPrintable((lab).trouble()));                                                                        \
    } while (false)
