# Limits for each sender (en).

help-bisukan = take no new reports from a sender for a time, e.g. /bisukan 1042-9 3 days …; alone: the list
help-tegur = warn the sender of a report, with a reason
fold-note = 📥 All { $count } messages of yours have arrived; here is one answer to them.
limit-reached = You have sent { $most } reports within 24 hours, which is the limit. Tomorrow you can send more. You may add to your reports at any time, and in an emergency call 112.
limit-muted = We take no new reports from you until { $until }. The reason given: { $reason }
    Your earlier reports go on. In an emergency call 112.
limit-warned = ⚠️ The staff ask for your attention: { $reason }
    Please heed it, so that we can go on taking your reports.
limit-lifted = You can send reports again. Thank you.
mute-reason = Give the reason; the sender will read it. For example: /bisukan { $number } 3 days false reports again and again
mute-done = 🔇 The sender of { $number } cannot file new reports until { $until }. They have been told why; emergencies are still answered.
mute-none = The sender of { $number } is not muted.
mute-lifted = 🔊 The sender of { $number } can report again.
mute-nobody = No sender is muted.
mute-list = <b>{ $count } senders are muted:</b>
mute-line = • until { $until }: { $reason }
warn-done = ⚠️ The sender of { $number } has been warned.
button-lift = Lift
