// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workdialog.h"

#include <publishing/venuepresets.h>

class QCheckBox;
class QComboBox;

namespace Decayscope {

/// What a paper bundle is asked for with.
struct BundleRequest
{
    QString folder;
    QString preset; ///< A venue's id; empty: none.
    bool anonymous = false;
    QStringList identities; ///< Words that must not occur in an anonymous bundle.
};

/// Asks for a bundle of everything a paper hands in.
class BundleDialog final : public WorkDialog
{
    Q_OBJECT

public:
    BundleDialog(const std::vector<VenuePreset> &presets, QWidget *parent);

    void setFolder(const QString &folder);
    [[nodiscard]] BundleRequest request() const;

private:
    [[nodiscard]] QString browsePath() override;

    QLineEdit *m_folder;
    QComboBox *m_preset;
    QCheckBox *m_anonymous;
    QLineEdit *m_identities;
};

} // namespace Decayscope
