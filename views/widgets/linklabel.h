// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace Decayscope {

/// Rich text whose links can be followed by mouse and keyboard, and take the palette's colour whenever that changes: a
/// plain label keeps the colour its links were written with.
class LinkLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit LinkLabel(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace Decayscope
