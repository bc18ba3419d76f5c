// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Decayscope {

/// Text of second rank in at most a few lines; what does not fit stands in the tool tip.
class ClampedLabel final : public QWidget
{
    Q_OBJECT

public:
    ClampedLabel(int lines, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont smallFont() const;

    QString m_text;
    int m_lines;
};

} // namespace Decayscope
