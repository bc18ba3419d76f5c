// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lookform.h"

#include "formparts.h"

#include <printing/paperfonts.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>

#include <algorithm>
#include <numbers>

namespace Decayscope {

namespace {

/// A number of the look, as it is chosen.
struct SizeRow
{
    double FigureLook::*size;
    double least;
    double most;
    const char *title;
    const char *tip;
};

constexpr std::array sizeRows{SizeRow{&FigureLook::textSize, 4, 40, QT_TRANSLATE_NOOP("Decayscope::LookForm", "&Text"),
                                  QT_TRANSLATE_NOOP("Decayscope::LookForm", "Titles and names of series, as printed")},
    SizeRow{&FigureLook::tickSize, 4, 40, QT_TRANSLATE_NOOP("Decayscope::LookForm", "Tic&ks"),
        QT_TRANSLATE_NOOP("Decayscope::LookForm", "Ticks and counts, as printed")},
    SizeRow{&FigureLook::lineWidth, 0.1, 10, QT_TRANSLATE_NOOP("Decayscope::LookForm", "&Lines"),
        QT_TRANSLATE_NOOP("Decayscope::LookForm", "Width of curves and intervals")},
    SizeRow{&FigureLook::markerSize, 0.5, 20, QT_TRANSLATE_NOOP("Decayscope::LookForm", "Ma&rkers"),
        QT_TRANSLATE_NOOP("Decayscope::LookForm", "Diameter of markers")}};

/// Something of the look that is there or not.
struct SwitchRow
{
    bool FigureLook::*isOn;
    const char *title;
    const char *tip;
};

constexpr std::array switchRows{SwitchRow{&FigureLook::markers, QT_TRANSLATE_NOOP("Decayscope::LookForm", "&Markers"),
                                    QT_TRANSLATE_NOOP("Decayscope::LookForm", "Series differ in the form of markers")},
    SwitchRow{&FigureLook::dashes, QT_TRANSLATE_NOOP("Decayscope::LookForm", "&Dashes"),
        QT_TRANSLATE_NOOP("Decayscope::LookForm", "Series differ in how their lines are dashed")},
    SwitchRow{&FigureLook::counts, QT_TRANSLATE_NOOP("Decayscope::LookForm", "Co&unts"),
        QT_TRANSLATE_NOOP("Decayscope::LookForm", "How many tasks are averaged, under the ticks")},
    SwitchRow{&FigureLook::title, QT_TRANSLATE_NOOP("Decayscope::LookForm", "Titl&e"),
        QT_TRANSLATE_NOOP("Decayscope::LookForm", "The figure's title above it; in papers the caption says it")}};

constexpr std::array paletteTitles{QT_TRANSLATE_NOOP("Decayscope::LookForm", "Okabe–Ito"),
    QT_TRANSLATE_NOOP("Decayscope::LookForm", "Petroff"), QT_TRANSLATE_NOOP("Decayscope::LookForm", "Greys")};
constexpr std::array intervalTitles{QT_TRANSLATE_NOOP("Decayscope::LookForm", "as the figure does"),
    QT_TRANSLATE_NOOP("Decayscope::LookForm", "bands"), QT_TRANSLATE_NOOP("Decayscope::LookForm", "bars"),
    QT_TRANSLATE_NOOP("Decayscope::LookForm", "bands and bars"), QT_TRANSLATE_NOOP("Decayscope::LookForm", "hidden")};

double goldenHeight(double width)
{
    return width / std::numbers::phi;
}

} // namespace

LookForm::LookForm(std::vector<VenuePreset> presets, QWidget *parent)
    : QWidget(parent)
    , m_presets(std::move(presets))
    , m_venue(choiceField(this))
    , m_width(numberField({1, 40, 2, 0.05, tr(" in")}, this))
    , m_height(numberField({0.5, 40, 2, 0.05, tr(" in")}, this))
    , m_golden(new QCheckBox(tr("Keep the &golden ratio"), this))
    , m_font(choiceField(this))
    , m_palette(choiceField(this))
    , m_names(new SegmentedSwitch(tr("Names of series"), {tr("Beside"), tr("Legend"), tr("None")}, this))
    , m_intervals(choiceField(this))
{
    auto *form = new QFormLayout(this);
    arrangeForm(*form);
    addPaper(*form);
    addType(*form);
    addSeries(*form);
    fillChoices();
    connectFields();
}

void LookForm::addPaper(QFormLayout &form)
{
    addHeading(form, tr("Paper"));
    addField(form, tr("&Venue"), m_venue, tr("Takes over the venue's column width, font and sizes"));
    auto *by = new QLabel(tr("× &height"), this);
    by->setBuddy(m_height);
    m_height->setAccessibleName(tr("Height"));
    m_height->setToolTip(tr("Height of the figure without its caption"));
    m_golden->setToolTip(tr("Changing one changes the other"));
    addField(form, tr("&Width"), fieldRow({m_width, by, m_height}, this), QString(), m_width);
    form.addRow(QString(), m_golden);
    m_width->setToolTip(tr("Width of the figure as \\includegraphics shows it"));
}

void LookForm::addType(QFormLayout &form)
{
    addHeading(form, tr("Type and lines"));
    addField(form, tr("&Font"), m_font, tr("Embedded in PDF; SVG and PNG carry its outlines"));
    for (std::size_t i = 0; i < sizeRows.size(); ++i) {
        const auto &row = sizeRows[i];
        m_sizes[i] = numberField({row.least, row.most, 1, 0.5, tr(" pt")}, this);
        m_sizes[i]->setToolTip(tr(row.tip));
        m_sizes[i]->setAccessibleName(tr("%1, in points").arg(plainTitle(tr(row.title))));
    }
    for (std::size_t i = 0; i + 1 < sizeRows.size(); i += 2) {
        auto *label = new QLabel(tr(sizeRows[i + 1].title), this);
        label->setBuddy(m_sizes[i + 1]);
        addField(
            form, tr(sizeRows[i].title), fieldRow({m_sizes[i], label, m_sizes[i + 1]}, this), QString(), m_sizes[i]);
    }
}

void LookForm::addSeries(QFormLayout &form)
{
    addHeading(form, tr("Series"));
    addField(form, tr("C&olours"), m_palette, tr("All keep apart for colour-blind readers and stand out from paper"));
    addField(form, tr("Names"), m_names, tr("Where the names of series stand; beside them only where there is room"));
    addField(form, tr("&Intervals"), m_intervals, tr("How intervals are drawn"));
    auto *grid = new QGridLayout;
    grid->setSpacing(Spacing::normal);
    for (std::size_t i = 0; i < switchRows.size(); ++i) {
        m_switches[i] = new QCheckBox(tr(switchRows[i].title), this);
        m_switches[i]->setToolTip(tr(switchRows[i].tip));
        grid->addWidget(m_switches[i], static_cast<int>(i) / 2, static_cast<int>(i) % 2);
    }
    form.addRow(QString(), grid);
}

void LookForm::fillChoices()
{
    for (const auto &preset : m_presets) {
        m_venue->addItem(tr("%1 · %2 in").arg(preset.title).arg(preset.look.width), preset.id);
        m_venue->setItemData(m_venue->count() - 1, tr("Width from %1").arg(preset.source), Qt::ToolTipRole);
    }
    for (const auto &font : paperFonts()) {
        const bool isThere = !fontProblem(font.family);
        m_font->addItem(isThere ? tr("%1 (%2)").arg(font.family, font.likeness)
                                : tr("%1 (not installed: %2)").arg(font.family, font.package),
            font.family);
    }
    m_font->insertSeparator(m_font->count());
    for (const auto &family : QFontDatabase::families()) {
        if (QFontDatabase::isSmoothlyScalable(family) && !QFontDatabase::isPrivateFamily(family))
            addFont(family);
    }
    for (const auto *title : paletteTitles)
        m_palette->addItem(tr(title));
    for (const auto *title : intervalTitles)
        m_intervals->addItem(tr(title));
}

void LookForm::addFont(const QString &family)
{
    if (m_font->findData(family) < 0)
        m_font->addItem(family, family);
}

void LookForm::connectFields()
{
    connect(m_venue, &QComboBox::activated, this, &LookForm::takeVenue);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, [this] { takeSize(true); });
    connect(m_height, &QDoubleSpinBox::valueChanged, this, [this] { takeSize(false); });
    connect(m_golden, &QCheckBox::toggled, this, &LookForm::keepGolden);
    for (auto *number : m_sizes)
        connect(number, &QDoubleSpinBox::valueChanged, this, &LookForm::tell);
    for (auto *choice : {m_font, m_palette, m_intervals})
        connect(choice, &QComboBox::currentIndexChanged, this, &LookForm::tell);
    connect(m_names, &SegmentedSwitch::chosen, this, &LookForm::tell);
    for (auto *check : m_switches)
        connect(check, &QCheckBox::toggled, this, &LookForm::tell);
}

void LookForm::setLook(const FigureLook &look)
{
    if (look == this->look())
        return; // What is being typed stays as it is.
    m_look = look;
    fill();
}

void LookForm::fill()
{
    const QScopedValueRollback filling(m_isFilling, true);
    if (m_venue->findData(m_look.venue) < 0)
        m_venue->addItem(m_look.venue.isEmpty() ? tr("Custom") : m_look.venue, m_look.venue);
    m_venue->setCurrentIndex(m_venue->findData(m_look.venue));
    m_width->setValue(m_look.width);
    m_height->setValue(m_look.height);
    m_golden->setChecked(std::abs(m_look.height - goldenHeight(m_look.width)) < 0.006);
    addFont(m_look.font);
    m_font->setCurrentIndex(m_font->findData(m_look.font));
    for (std::size_t i = 0; i < sizeRows.size(); ++i)
        m_sizes[i]->setValue(m_look.*sizeRows[i].size);
    m_palette->setCurrentIndex(static_cast<int>(m_look.palette));
    m_names->setCurrent(static_cast<int>(m_look.names));
    m_intervals->setCurrentIndex(static_cast<int>(m_look.intervals));
    for (std::size_t i = 0; i < switchRows.size(); ++i)
        m_switches[i]->setChecked(m_look.*switchRows[i].isOn);
}

FigureLook LookForm::look() const
{
    auto look = m_look;
    // A field shows fewer decimals than a look may have; what was not touched stays exact.
    const auto take = [](double &value, const QDoubleSpinBox &field) {
        if (QString::number(value, 'f', field.decimals()) != QString::number(field.value(), 'f', field.decimals()))
            value = field.value();
    };
    take(look.width, *m_width);
    take(look.height, *m_height);
    for (std::size_t i = 0; i < sizeRows.size(); ++i)
        take(look.*sizeRows[i].size, *m_sizes[i]);
    look.venue = m_venue->currentData().toString();
    look.font = m_font->currentData().toString();
    look.palette = static_cast<SeriesPalette>(std::max(0, m_palette->currentIndex()));
    look.names = static_cast<SeriesNames>(std::max(0, m_names->current()));
    look.intervals = static_cast<IntervalDrawing>(std::max(0, m_intervals->currentIndex()));
    for (std::size_t i = 0; i < switchRows.size(); ++i)
        look.*switchRows[i].isOn = m_switches[i]->isChecked();
    return look;
}

/// A venue brings its sizes and font; how series are drawn stays as it was chosen.
void LookForm::takeVenue(int row)
{
    const auto id = m_venue->itemData(row).toString();
    const auto preset = std::ranges::find(m_presets, id, &VenuePreset::id);
    if (preset == m_presets.end())
        return;
    auto taken = preset->look;
    const auto now = look();
    taken.venue = id;
    taken.palette = now.palette;
    taken.names = now.names;
    taken.intervals = now.intervals;
    for (const auto &other : switchRows)
        taken.*other.isOn = now.*other.isOn;
    m_look = taken;
    fill();
    emit changed();
}

void LookForm::takeSize(bool isWidth)
{
    if (m_isFilling)
        return;
    if (m_golden->isChecked()) {
        const QScopedValueRollback filling(m_isFilling, true);
        if (isWidth)
            m_height->setValue(goldenHeight(m_width->value()));
        else
            m_width->setValue(m_height->value() * std::numbers::phi);
    }
    emit changed();
}

void LookForm::keepGolden()
{
    if (!m_isFilling && m_golden->isChecked())
        takeSize(true);
}

void LookForm::tell()
{
    if (!m_isFilling)
        emit changed();
}

} // namespace Decayscope
