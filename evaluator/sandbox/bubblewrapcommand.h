// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bubblewraplaunch.h"
#include "limitwatch.h"
#include "outputbuffer.h"

namespace Decayscope {

/// A command under bubblewrap. The process started here is bubblewrap; its child is the first process of the command's
/// own process namespace, which takes everything with it when it ends.
class BubblewrapCommand final : public SandboxCommand
{
public:
    BubblewrapCommand(std::shared_ptr<SandboxWorld> world, CommandSpec spec, std::function<void(QByteArrayView)> watch,
        LaunchedProcess launched);
    ~BubblewrapCommand() override;
    BubblewrapCommand(const BubblewrapCommand &) = delete;
    BubblewrapCommand &operator=(const BubblewrapCommand &) = delete;

    /// Lets the command begin, once everything is there to end it with. To be called once.
    void begin();

    [[nodiscard]] bool isRunning() override;
    bool wait(std::chrono::milliseconds time, const Progress &progress) override;
    void stop() override;
    [[nodiscard]] ResourceUse use() const override;
    [[nodiscard]] QByteArray output() const override { return m_output.text(); }
    [[nodiscard]] CommandReport report() const override;

private:
    using Clock = LimitWatch::Clock;

    void drive();
    void readOutput(bool toItsEnd);
    void readStatus();
    void hearStatus(const QByteArray &line);
    void end(CommandEnding ending); ///< Kills everything.
    void finish(); ///< bubblewrap has ended.
    void judgeStatus(int status);
    void judgeStart(int status); ///< Where the command itself never ran.
    [[nodiscard]] bool isUnknownProgram() const;
    [[nodiscard]] bool wasKilledForMemory() const;
    void awaitReadiness(Clock::time_point until) const;

    std::shared_ptr<SandboxWorld> m_world;
    CommandSpec m_spec;
    SandboxLimits m_limits;
    std::function<void(QByteArrayView)> m_watch;
    LaunchedProcess m_launched;
    LimitWatch m_limitWatch;
    OutputBuffer m_output;
    QByteArray m_status; ///< What bubblewrap told so far.
    int m_first = -1; ///< The namespace's first process.
    Descriptor m_firstHandle;
    Clock::time_point m_start;
    qint64 m_milliseconds = 0;
    int m_killsBefore = 0; ///< By the kernel, in the session's control group.
    bool m_hasEnded = false;
    bool m_hasStatus = false; ///< bubblewrap told an exit status: the command had been started.
    std::optional<CommandEnding> m_forced; ///< Why it was killed from here.
    CommandEnding m_ending = CommandEnding::NotStarted;
    std::optional<int> m_exitCode;
    QString m_message;
    QString m_reason; ///< Why it could not be started, where that is known.
};

} // namespace Decayscope
