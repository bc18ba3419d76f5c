// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turngroups.h"

#include <trajectory/turndigest.h>

#include <QWidget>

#include <array>
#include <memory>

class QLabel;
class QToolButton;

namespace Decayscope {

/// The row above the turns: what is shown of them, the loops by name, and the sums up to the current turn.
class TurnListHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit TurnListHeader(QWidget *parent = nullptr);

    void setGroups(const ShownGroups &groups);
    void setLoops(const std::vector<TurnLoop> &loops);
    /// Place, tokens, cost and time so far; it shortens itself where there is no room.
    void setCourse(const QStringList &words);
    [[nodiscard]] QString course() const { return m_words; }

signals:
    void groupToggled(int group, bool shown);
    void turnRequested(int turn);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    std::array<QToolButton *, 4> m_groups{};
    QToolButton *m_loops;
    QLabel *m_course;
    QString m_words;
};

/// The sums of tokens, costs and time over the turns up to one, in words; what no turn tells is left out.
[[nodiscard]] QStringList courseUntil(const TrajectoryDigest &digest, int turn);

} // namespace Decayscope
