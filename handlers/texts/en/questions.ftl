# What fits any question (en).

need-words = Please use words.
too-short = Please write a little more (at least { $least } characters).
too-long = That is { $length } characters; the most is { $most }. Please shorten it or send it in parts.
choose-one = Sorry, that is not clear. Press one of the buttons, or type its number or name.
confirm-unclear = Sorry, that is not clear. Send, change or cancel?
need-place = Send a location, or write the address or the name of the kelurahan.
need-media = Send a photo, video, voice note or document, or press the button if there is none.
need-stars = Choose one to five stars.
unreadable = Sorry, we cannot read a sticker or a message like that.
noted-too = Noted. 👍
corrected = Corrected as in the message you edited. 👍
old-button = That button belongs to an earlier question, so we did not use it. The question now is:
place-unknown = I don't know / skip
place-share = 📍 Send my location
place-none = not given
place-pinned = 📍 location pin
place-outside = 📍 outside the city (we take it all the same)
area-unknown = I don't know
media-none = No photo
media-done = That's all, go on
media-more = { $count ->
    [1] We have 1 file.
   *[other] We have { $count } files.
    } You can add { $left } more, or go on.
words-yes = yes y ok okay yeah yep sure send correct right ya iya
words-no = no n cancel stop nope tidak batal
resume-ask = You were telling us about: “{ $about }”.
    Go on with it, or start anew? We have kept the message you just sent.
resume-yes = Go on
resume-anew = Start anew
reminder = Your report has not been sent yet: “{ $about }”. Answer the last question to go on, or type /batal.
expired = We have deleted the unfinished report (“{ $about }”) since it was left for long. You can start again at any time: just write.
