// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace Decayscope {

/// A word in a rounded outline, such as "read-only" beside a name.
class Badge final : public QLabel
{
    Q_OBJECT

public:
    explicit Badge(const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Decayscope
