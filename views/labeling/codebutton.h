// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRadioButton>

namespace Decayscope {

/// One code to choose: its key in a badge, its title, and a tick when it is chosen. Being pressed is only a wish; what
/// is chosen is told by setChosen().
class CodeButton final : public QRadioButton
{
    Q_OBJECT

public:
    struct Look
    {
        QString id;
        QString title;
        int key = 0; ///< 1–9; 0 for none.
        bool isChild = false;
        bool isRetired = false; ///< Deprecated: shown because it stands, but not to be chosen.
    };

    CodeButton(const Look &look, QWidget *parent);

    [[nodiscard]] const Look &look() const { return m_look; }
    void setChosen(bool chosen) { setChecked(chosen); }
    /// Whether the number keys mean this row's level now; else its badge steps back.
    void setKeysLive(bool live);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void stepped(int by); ///< An arrow key asks for the focus to go to a neighbour.
    void focused();

protected:
    void nextCheckState() override { } // The panel says what is chosen.
    bool hitButton(const QPoint &place) const override { return rect().contains(place); }
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void paintGround(QPainter &painter) const;
    void paintKey(QPainter &painter, const QRect &place) const;

    Look m_look;
    bool m_areKeysLive = true;
};

} // namespace Decayscope
