// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "deeplink.h"

#include <domain/studysnapshot.h>
#include <widgets/pickpopup.h>

#include <memory>

namespace Decayscope {

/// Goes to a run by parts of its names or its number, or to a pasted link.
class QuickOpen final : public PickPopup
{
    Q_OBJECT

public:
    explicit QuickOpen(QWidget *window);

    void open(std::shared_ptr<const StudySnapshot> study);

signals:
    void runChosen(Decayscope::RunId run);
    void linkChosen(const QString &link);

protected:
    [[nodiscard]] std::vector<Pick> picksFor(const QString &words) const override;
    void choose(const Pick &pick) override;

private:
    std::shared_ptr<const StudySnapshot> m_study;
};

} // namespace Decayscope
