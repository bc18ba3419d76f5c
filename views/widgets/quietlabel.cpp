// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quietlabel.h"

#include "tones.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>

namespace Decayscope {

namespace {

struct LabelLook
{
    double factor = 1.0;
    QFont::Weight weight = QFont::Normal;
    bool isMuted = false;
};

/// A label whose size stays in proportion to the program's font when that changes.
class LookLabel final : public QLabel
{
public:
    LookLabel(const LabelLook &look, QWidget *parent)
        : QLabel(parent)
        , m_look(look)
    {
        setTextFormat(Qt::PlainText);
        if (look.isMuted)
            setForegroundRole(QPalette::PlaceholderText);
        follow();
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationFontChange)
            follow();
        return QLabel::event(event);
    }

private:
    void follow()
    {
        auto scaled = figuresFont(QApplication::font(), m_look.factor);
        scaled.setWeight(m_look.weight);
        setFont(scaled);
    }

    LabelLook m_look;
};

} // namespace

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new LookLabel({.factor = 0.92, .isMuted = true}, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

void setQuietText(QLabel &label, const QString &text)
{
    auto policy = label.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    label.setSizePolicy(policy);
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

QLabel *headingLabel(const QString &text, QWidget *parent)
{
    auto *label = new LookLabel({.factor = 1.08, .weight = QFont::DemiBold}, parent);
    label->setText(text);
    return label;
}

QLabel *largeLabel(QWidget *parent)
{
    return new LookLabel({.factor = 2.6, .weight = QFont::DemiBold}, parent);
}

} // namespace Decayscope
