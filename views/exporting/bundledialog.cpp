// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledialog.h"

#include "formparts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>

namespace Decayscope {

BundleDialog::BundleDialog(const std::vector<VenuePreset> &presets, QWidget *parent)
    : WorkDialog(tr("Paper bundle"), tr("&Build"), parent)
    , m_folder(addPathField(tr("&Folder"), tr("A folder that does not exist yet, or is empty")))
    , m_preset(choiceField(this))
    , m_anonymous(new QCheckBox(tr("&Anonymous, for double-blind review"), this))
    , m_identities(new QLineEdit(this))
{
    m_preset->addItem(tr("Usual size"));
    for (const auto &preset : presets)
        m_preset->addItem(preset.title, preset.id);
    addField(*form(), tr("&Venue"), m_preset, tr("Width, fonts and sizes of the figures"));
    m_anonymous->setToolTip(tr("Without names of people, machines, folders and annotators"));
    form()->addRow({}, m_anonymous);
    m_identities->setPlaceholderText(tr("names that must not occur, separated by commas"));
    m_identities->setEnabled(false);
    addField(*form(), tr("&Names to look for"), m_identities,
        tr("Further words that nothing in an anonymous bundle may contain"));
    connect(m_anonymous, &QCheckBox::toggled, m_identities, &QWidget::setEnabled);
}

void BundleDialog::setFolder(const QString &folder)
{
    m_folder->setText(folder);
}

BundleRequest BundleDialog::request() const
{
    QStringList identities;
    for (const auto &word : m_identities->text().split(u',')) {
        if (m_anonymous->isChecked() && !word.trimmed().isEmpty())
            identities << word.trimmed();
    }
    return {.folder = m_folder->text().trimmed(),
        .preset = m_preset->currentData().toString(),
        .anonymous = m_anonymous->isChecked(),
        .identities = identities};
}

/// A folder of the study's name in the one that is chosen, which need not be empty then.
QString BundleDialog::browsePath()
{
    const QFileInfo now(m_folder->text());
    const auto chosen = QFileDialog::getExistingDirectory(this, tr("Where the bundle's folder is made"), now.path());
    return chosen.isEmpty() ? QString() : QDir(chosen).filePath(now.fileName());
}

} // namespace Decayscope
