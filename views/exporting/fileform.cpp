// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fileform.h"

#include "formparts.h"

#include <widgets/flowlayout.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QSignalBlocker>

#include <array>

namespace Decayscope {

namespace {

struct PartRow
{
    ExportPart part;
    const char *title;
    const char *tip;
};

constexpr std::array partRows{
    PartRow{ExportPart::Pdf, QT_TRANSLATE_NOOP("Decayscope::FileForm", "PDF"),
        QT_TRANSLATE_NOOP("Decayscope::FileForm", "For papers: lines and embedded fonts, exact at any size")},
    PartRow{ExportPart::Svg, QT_TRANSLATE_NOOP("Decayscope::FileForm", "SVG"),
        QT_TRANSLATE_NOOP("Decayscope::FileForm", "For web pages and drawing programs: text as outlines")},
    PartRow{ExportPart::Png, QT_TRANSLATE_NOOP("Decayscope::FileForm", "PNG, 600 dpi"),
        QT_TRANSLATE_NOOP("Decayscope::FileForm", "For slides and word processors")},
    PartRow{ExportPart::Csv, QT_TRANSLATE_NOOP("Decayscope::FileForm", "CSV"),
        QT_TRANSLATE_NOOP("Decayscope::FileForm", "The numbers that are drawn, unrounded")},
    PartRow{ExportPart::Tex, QT_TRANSLATE_NOOP("Decayscope::FileForm", "TeX"),
        QT_TRANSLATE_NOOP("Decayscope::FileForm", "A figure environment with the caption")}};

constexpr int columns = 3;

} // namespace

FileForm::FileForm(QWidget *parent)
    : QWidget(parent)
    , m_anonymous(new QCheckBox(tr("&Anonymous, for double-blind review"), this))
{
    auto *form = new QFormLayout(this);
    arrangeForm(*form);
    addHeading(*form, tr("Files"));
    auto *grid = new QGridLayout;
    grid->setSpacing(Spacing::normal);
    for (const auto &[part, title, tip] : partRows) {
        auto *check = new QCheckBox(tr(title), this);
        check->setToolTip(tr(tip));
        check->setAccessibleName(tr("Write %1").arg(tr(title)));
        const auto at = static_cast<int>(m_parts.size());
        grid->addWidget(check, at / columns, at % columns);
        m_parts[part] = check;
        connect(check, &QCheckBox::toggled, this, &FileForm::partsChanged);
    }
    form->addRow(grid);
    form->addRow(m_anonymous);
    m_anonymous->setToolTip(tr("Nothing in the files tells who made them, when or where"));
    auto *inside = quietLabel(this);
    inside->setText(
        tr("PDF, SVG and PNG carry the recipe, the data and their provenance: drop one on the window to open "
           "it again."));
    form->addRow(inside);
    connect(m_anonymous, &QCheckBox::toggled, this, &FileForm::anonymousChanged);
}

void FileForm::setParts(const std::set<ExportPart> &parts)
{
    for (const auto &[part, check] : m_parts) {
        const QSignalBlocker silent(check);
        check->setChecked(parts.contains(part));
    }
}

std::set<ExportPart> FileForm::parts() const
{
    std::set<ExportPart> parts;
    for (const auto &[part, check] : m_parts) {
        if (check->isChecked())
            parts.insert(part);
    }
    return parts;
}

void FileForm::setAnonymous(bool isAnonymous)
{
    const QSignalBlocker silent(m_anonymous);
    m_anonymous->setChecked(isAnonymous);
}

bool FileForm::isAnonymous() const
{
    return m_anonymous->isChecked();
}

} // namespace Decayscope
