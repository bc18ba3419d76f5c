// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codebookeditor.h"

#include "codeform.h"
#include "labelwords.h"
#include "plaintable.h"
#include "primarybutton.h"
#include "surgeryrow.h"

#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int versionRows = 6;

QTreeWidgetItem *rowOf(const Code &code, const QPalette &palette, int height)
{
    auto *row = new QTreeWidgetItem(
        {code.deprecated ? CodebookEditor::tr("%1 (deprecated)").arg(codeTitle(code)) : codeTitle(code)});
    row->setData(0, idRole, code.id);
    row->setToolTip(0, oneLine(code.definition));
    row->setSizeHint(0, {0, height});
    if (code.deprecated) {
        auto font = row->font(0);
        font.setItalic(true);
        row->setFont(0, font);
        row->setForeground(0, palette.brush(QPalette::PlaceholderText));
    }
    return row;
}

} // namespace

CodebookEditor::CodebookEditor(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_form(new CodeForm(this))
    , m_about(quietLabel(this))
    , m_save(new QPushButton(tr("Save as a new version…"), this))
    , m_row(new SurgeryRow(this))
    , m_versions(new PlainTable(tr("Versions"), this))
{
    m_tree->setHeaderHidden(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Codes"));
    m_versions->setWordColumns({0, 1, 2});
    m_versions->setStretched({0, 1});
    m_save->setAutoDefault(false);
    layOut();
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &CodebookEditor::showChosen);
    connect(m_form, &CodeForm::changed, this, &CodebookEditor::refreshActions);
    connect(m_save, &QPushButton::clicked, this, [this] { begin(Surgery::Edit); });
    connect(m_row, &SurgeryRow::applied, this, &CodebookEditor::apply);
    connect(m_row, &SurgeryRow::cancelled, this, [this] {
        m_row->close();
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    setCodebook({});
}

void CodebookEditor::layOut()
{
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->addWidget(makeCodeSide());
    sides->addWidget(makeFormSide());
    sides->setStretchFactor(0, 2);
    sides->setStretchFactor(1, 3);
    sides->setSizes({400, 640});
    sides->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::wide);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_about);
    layout->addWidget(m_row);
    layout->addWidget(sides, 1);
}

QWidget *CodebookEditor::makeCodeSide()
{
    auto *side = new QWidget(this);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2);
    const auto add = [&](const char *icon, const QString &name, Surgery surgery) {
        bar->addWidget(makeButton(QString::fromLatin1(icon), name, surgery));
    };
    add("add", tr("Add a category"), Surgery::Add);
    add("addunder", tr("Add a kind under the chosen category"), Surgery::AddKind);
    add("merge", tr("Merge the chosen codes into a new one"), Surgery::Merge);
    add("split", tr("Split the chosen code into new ones"), Surgery::Split);
    add("close", tr("Deprecate the chosen code"), Surgery::Deprecate);
    add("up", tr("Move the chosen code up"), Surgery::MoveUp);
    add("down", tr("Move the chosen code down"), Surgery::MoveDown);
    bar->addStretch();
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, Spacing::normal, 0);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    layout->addWidget(headingLabel(tr("Versions"), side));
    layout->addWidget(m_versions);
    m_versions->fitHeight(versionRows);
    return side;
}

QWidget *CodebookEditor::makeFormSide()
{
    auto *side = new QWidget(this);
    auto *area = new QScrollArea(side);
    area->setWidget(m_form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    m_form->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto *end = new QHBoxLayout;
    end->addStretch();
    end->addWidget(m_save);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(Spacing::normal, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(area, 1);
    layout->addLayout(end);
    return side;
}

QToolButton *CodebookEditor::makeButton(const QString &icon, const QString &name, Surgery surgery)
{
    auto *button = iconButton(icon, name, this);
    connect(button, &QToolButton::clicked, this, [this, surgery] { begin(surgery); });
    m_buttons.emplace_back(surgery, button);
    return button;
}

void CodebookEditor::setCodebook(const Codebook &book)
{
    const auto ids = chosen();
    m_book = book;
    m_about->setText(book.id.isEmpty()
            ? tr("No codebook")
            : tr("%1, version %2. A change makes the next version; labels keep the one they were made under.")
                  .arg(oneLine(book.title.isEmpty() ? book.id : book.title, 120))
                  .arg(book.version));
    m_row->close();
    fillTree();
    fillVersions();
    chooseCodes(ids);
}

void CodebookEditor::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    refreshActions();
}

/// Children may stand before their parents.
void CodebookEditor::fillTree()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const int height = fontMetrics().height() + Spacing::tight + 2;
    m_tree->clear();
    std::map<QString, QTreeWidgetItem *> parents;
    for (const auto &code : m_book.codes) {
        if (!code.parent.isEmpty())
            continue;
        auto *row = rowOf(code, palette(), height);
        m_tree->addTopLevelItem(row);
        parents[code.id] = row;
    }
    for (const auto &code : m_book.codes) {
        if (const auto parent = parents.find(code.parent); !code.parent.isEmpty() && parent != parents.end())
            parent->second->addChild(rowOf(code, palette(), height));
    }
    m_tree->expandAll();
}

void CodebookEditor::fillVersions()
{
    std::vector<QStringList> rows;
    for (auto change = m_book.changes.rbegin(); change != m_book.changes.rend(); ++change) {
        QStringList names;
        for (const auto &id : change->codes)
            names << codeTitle(m_book, id);
        const auto what = names.isEmpty()
            ? changeKindTitle(change->kind)
            : QString(changeKindTitle(change->kind) % u": " % oneLine(names.join(QStringLiteral(", ")), 120));
        rows.push_back({QString(QString::number(change->version) % u" · " % what), oneLine(change->reason, 200),
            oneLine(change->author, 40)});
    }
    m_versions->setContent({tr("Version"), tr("Why"), tr("By")}, std::move(rows));
}

QStringList CodebookEditor::chosen() const
{
    QStringList ids;
    for (const auto *row : m_tree->selectedItems())
        ids << row->data(0, idRole).toString();
    return ids;
}

void CodebookEditor::chooseCodes(const QStringList &ids)
{
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_tree->clearSelection();
        for (QTreeWidgetItemIterator row(m_tree); *row; ++row) {
            if (!ids.contains((*row)->data(0, idRole).toString()))
                continue;
            if (m_tree->selectedItems().isEmpty())
                m_tree->setCurrentItem(*row);
            (*row)->setSelected(true);
        }
        if (m_tree->selectedItems().isEmpty() && m_tree->topLevelItemCount() > 0)
            m_tree->setCurrentItem(m_tree->topLevelItem(0));
    }
    showChosen();
}

void CodebookEditor::showChosen()
{
    if (m_isFilling)
        return;
    const auto ids = chosen();
    const auto *code = ids.size() == 1 ? m_book.find(ids.front()) : nullptr;
    m_form->setCode(code ? *code : Code());
    m_row->close();
    refreshActions();
}

QStringList CodebookEditor::printedCodes() const
{
    QStringList lines;
    for (QTreeWidgetItemIterator row(m_tree); *row; ++row)
        lines << QString(QLatin1StringView((*row)->parent() ? "  " : "") % (*row)->text(0));
    return lines;
}

QStringList CodebookEditor::printedVersions() const
{
    return m_versions->printed();
}

} // namespace Decayscope
