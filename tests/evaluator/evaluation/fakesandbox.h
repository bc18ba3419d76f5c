// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sandbox/runfolder.h>
#include <sandbox/sandbox.h>

#include <atomic>
#include <mutex>

namespace Decayscope::Test {

/// A sandbox that runs nothing: commands end as their text says, and the server is a thread of this program that
/// answers every request with 200 and `{"ok": true}`.
///
/// A command with "fails" in it exits with 1; a server whose command has "dies" in it ends at once; one with "deaf" in
/// it never listens.
class FakeSandbox : public Sandbox
{
public:
    [[nodiscard]] QString description() const override { return QStringLiteral("glass 1"); }
    [[nodiscard]] Result<std::unique_ptr<SandboxSession>> open(const SessionSpec &spec) override;
    [[nodiscard]] Result<std::unique_ptr<RunFolder>> makeFolder() override;

    [[nodiscard]] QStringList commands() const; ///< All that were started, in their order.
    [[nodiscard]] int mostSessions() const { return m_mostSessions; } ///< Open at the same time.
    [[nodiscard]] int openSessions() const { return m_openSessions; }

    void note(const QString &command);
    void sessionOpened();
    void sessionClosed();

private:
    mutable std::mutex m_mutex;
    QStringList m_commands;
    std::atomic<int> m_openSessions = 0;
    std::atomic<int> m_mostSessions = 0;
};

} // namespace Decayscope::Test
