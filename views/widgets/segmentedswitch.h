// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace Decayscope {

/// A few choices side by side of which one holds, or none before anything is chosen.
class SegmentedSwitch final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is what the choice is about, for people who do not see it.
    SegmentedSwitch(const QString &name, const QStringList &choices, QWidget *parent = nullptr);

    [[nodiscard]] int current() const;
    void setCurrent(int index); ///< Emits nothing; -1 for none.
    void setTips(const QStringList &tips);

signals:
    void chosen(int index); ///< By the user.

private:
    QButtonGroup *m_group;
};

} // namespace Decayscope
