// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storedturns.h"

namespace Decayscope {

namespace {

/// Gives turns as their raw JSON.
class RawTurns : public TurnSource
{
public:
    RawTurns(Document trajectory, std::vector<Turn> turns)
        : m_trajectory(std::move(trajectory))
        , m_turns(std::move(turns))
    { }

    [[nodiscard]] int count() const override { return static_cast<int>(m_turns.size()); }
    [[nodiscard]] Turn outline(int index) const override { return m_turns.at(static_cast<std::size_t>(index)); }

    [[nodiscard]] TurnContent turn(int index) const override
    {
        const auto outlined = outline(index);
        return {.index = outlined.index,
            .role = outlined.role,
            .parts = {{.kind = PartKind::Raw, .text = QString::fromUtf8(raw(index))}},
            .isKnown = false};
    }

    [[nodiscard]] QByteArray raw(int index) const override
    {
        const auto outlined = outline(index);
        return m_trajectory.bytes.mid(outlined.offset, outlined.length);
    }

private:
    const Document m_trajectory;
    const std::vector<Turn> m_turns;
};

} // namespace

std::shared_ptr<const TurnSource> openTurns(Document trajectory, std::optional<Document>, std::vector<Turn> turns)
{
    return std::make_shared<RawTurns>(std::move(trajectory), std::move(turns));
}

} // namespace Decayscope
