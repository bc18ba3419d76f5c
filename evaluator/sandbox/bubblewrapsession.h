// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandboxworld.h"

namespace Decayscope {

/// A session whose commands run under bubblewrap.
class BubblewrapSession final : public SandboxSession
{
public:
    /// Errors: Refused, Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<SandboxSession>> open(
        const QByteArray &program, const SessionSpec &spec);

    explicit BubblewrapSession(std::shared_ptr<SandboxWorld> world);
    ~BubblewrapSession() override;
    BubblewrapSession(const BubblewrapSession &) = delete;
    BubblewrapSession &operator=(const BubblewrapSession &) = delete;

    [[nodiscard]] Result<std::unique_ptr<SandboxCommand>> start(
        const CommandSpec &command, std::function<void(QByteArrayView)> watch) override;
    [[nodiscard]] std::function<void()> networkEntrance() const override;
    [[nodiscard]] QString serverUrl(int port) const override;
    [[nodiscard]] Result<int> listenInside(int port) override;
    [[nodiscard]] ResourceUse use() const override;

private:
    std::shared_ptr<SandboxWorld> m_world;
};

} // namespace Decayscope
