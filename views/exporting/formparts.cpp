// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formparts.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace Decayscope {

namespace {

/// Keeps the wheel from fields that nobody works in.
class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *field = qobject_cast<const QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !field || field->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

void keepFromWheel(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(new WheelGuard(field));
}

} // namespace

QDoubleSpinBox *numberField(const NumberRange &range, QWidget *parent)
{
    auto *field = new QDoubleSpinBox(parent);
    field->setRange(range.least, range.most);
    field->setDecimals(range.decimals);
    field->setSingleStep(range.step);
    field->setSuffix(range.unit);
    field->setKeyboardTracking(false);
    keepFromWheel(field);
    field->setAlignment(Qt::AlignRight);
    return field;
}

QComboBox *choiceField(QWidget *parent)
{
    constexpr int leastCharacters = 8;
    auto *field = new QComboBox(parent);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(leastCharacters);
    keepFromWheel(field);
    return field;
}

QWidget *fieldRow(std::initializer_list<QWidget *> parts, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::normal);
    for (auto *part : parts)
        row->addWidget(part, qobject_cast<QDoubleSpinBox *>(part) ? 1 : 0);
    return box;
}

void arrangeForm(QFormLayout &form)
{
    form.setContentsMargins(0, 0, 0, 0);
    form.setHorizontalSpacing(Spacing::normal);
    form.setVerticalSpacing(Spacing::normal);
    form.setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form.setRowWrapPolicy(QFormLayout::DontWrapRows);
}

void addHeading(QFormLayout &form, const QString &title)
{
    auto *heading = headingLabel(title, form.parentWidget());
    if (form.rowCount() > 0)
        heading->setContentsMargins(0, Spacing::normal, 0, 0);
    form.addRow(heading);
}

void addField(QFormLayout &form, const QString &title, QWidget *field, const QString &tip, QWidget *focus)
{
    auto *label = new QLabel(title, form.parentWidget());
    auto *target = focus ? focus : field;
    label->setBuddy(target);
    if (target->accessibleName().isEmpty())
        target->setAccessibleName(plainTitle(title));
    if (!tip.isEmpty()) {
        field->setToolTip(tip);
        label->setToolTip(tip);
    }
    form.addRow(label, field);
}

QString plainTitle(const QString &title)
{
    return QString(title).remove(u'&');
}

} // namespace Decayscope
