// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formparts.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QWheelEvent>

namespace Decayscope {

namespace {

/// Scrolling a form shall not change the numbers under the mouse.
class CalmNumber final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QDoubleSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace

QDoubleSpinBox *numberField(const NumberRange &range, QWidget *parent)
{
    auto *field = new CalmNumber(parent);
    field->setRange(range.least, range.most);
    field->setDecimals(range.decimals);
    field->setSingleStep(range.step);
    field->setSuffix(range.unit);
    field->setKeyboardTracking(false);
    field->setFocusPolicy(Qt::StrongFocus);
    field->setAlignment(Qt::AlignRight);
    return field;
}

void arrangeForm(QFormLayout &form)
{
    form.setContentsMargins(0, 0, 0, 0);
    form.setHorizontalSpacing(Spacing::normal);
    form.setVerticalSpacing(Spacing::normal);
    form.setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
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
